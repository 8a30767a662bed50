import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges PDF files with veraPDF as long as there are lines on standard input: "flavour TAB path".
 * Answers each line with one line for every rule that fails ("clause-test TAB message") and a line "DONE TAB assertions".
 */
public class VeraCheck {
  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] parts = line.split("\t", 2);
      judge(PDFAFlavour.byFlavourId(parts[0]), new File(parts[1]), out);
    }
  }

  private static void judge(PDFAFlavour flavour, File file, PrintStream out) {
    long assertions = 0;
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      assertions = result.getTotalAssertions();
      Map<String, String> failed = new LinkedHashMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
          failed.putIfAbsent(rule, assertion.getMessage() + " | " + assertion.getErrorMessage());
        }
      }
      failed.forEach((rule, message) -> out.println(rule + "\t" + oneLine(message)));
      if (!result.isCompliant() && failed.isEmpty()) {
        out.println("verdict\tThe file does not comply, and no rule says why.");
      }
    } catch (Throwable fault) {
      out.println("unreadable\t" + oneLine(String.valueOf(fault)));
    }
    out.println("DONE\t" + assertions);
  }

  private static String oneLine(String words) {
    return words.replaceAll("\\s+", " ");
  }
}
