"""What the words of somebody else's paper leave open or contradict of its service levels and credits."""
