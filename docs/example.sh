#!/bin/sh
# Drafts a complete example agreement into example-agreement/ and says where the files are.
set -eu
cd "$(dirname "$0")/.."
. docs/environment.sh
provide_environment ''

folder=example-agreement
mkdir -p "$folder"
if [ ! -e "$folder/managed_database.yaml" ]; then
    "$ENVIRONMENT/bin/sla-drafter" new customer_based -o "$folder/managed_database.yaml"
fi
"$ENVIRONMENT/bin/sla-drafter" draft "$folder/managed_database.yaml" -o "$folder"
echo
echo "The agreement and what was drafted from it:"
for file in "$folder"/managed_database.*; do
    echo "  $PWD/$file"
done
