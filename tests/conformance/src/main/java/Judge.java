import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges PDFs with veraPDF, all of them in one virtual machine: it takes longer to start than to judge.
 *
 * <p>Arguments: flavours and files, a flavours argument such as {@code ua1,2a} holding for the files after it. Prints one
 * line a file and flavour; below a failure each broken rule once, with how often, what it says, and where it broke first.
 * Exit status 1 if anything failed, 2 if nothing was judged.
 */
public final class Judge {
  private int judged = 0;
  private int failed = 0;

  public static void main(String[] arguments) {
    // The parser warns of a CFF table whose Top DICT does not begin with ROS, which the standard allows.
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    Judge judge = new Judge();
    List<PDFAFlavour> flavours = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.toLowerCase().endsWith(".pdf")) {
        for (PDFAFlavour flavour : flavours) judge.judge(argument, flavour);
      } else {
        flavours = flavoursOf(argument);
      }
    }
    System.out.printf("veraPDF: %d passed, %d failed%n", judge.judged - judge.failed, judge.failed);
    System.exit(judge.judged == 0 ? 2 : judge.failed == 0 ? 0 : 1);
  }

  /** By their ids: PDFAFlavour.fromString("wt1a") would give PDF/A-1a. */
  private static List<PDFAFlavour> flavoursOf(String ids) {
    List<PDFAFlavour> flavours = new ArrayList<>();
    for (String id : ids.split(",")) {
      flavours.add(Arrays.stream(PDFAFlavour.values()).filter(flavour -> flavour.getId().equals(id)).findFirst()
          .orElseThrow(() -> new IllegalArgumentException("veraPDF has no flavour " + id)));
    }
    return flavours;
  }

  private void judge(String file, PDFAFlavour flavour) {
    judged++;
    try (FileInputStream bytes = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      if (!result.isCompliant()) failed++;
      System.out.printf("%s %-4s %s (%d checks)%n", result.isCompliant() ? "pass" : "FAIL", flavour.getId(), file,
          result.getTotalAssertions());
      printBrokenRules(result);
    } catch (Exception problem) {
      failed++;
      System.out.printf("FAIL %-4s %s: %s%n", flavour.getId(), file, problem);
    }
  }

  private static void printBrokenRules(ValidationResult result) {
    Map<String, List<TestAssertion>> byRule = new TreeMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
      String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
      byRule.computeIfAbsent(rule, unused -> new ArrayList<>()).add(assertion);
    }
    byRule.forEach((rule, all) -> System.out.printf("     %s, %d times: %s%n       first at %s%n", rule, all.size(),
        all.get(0).getMessage(), all.get(0).getLocation().getContext()));
  }
}
