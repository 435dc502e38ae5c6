package eu.wattpeil.report.pdf;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Whether a file is a PDF/A-3a and a PDF/UA-1, in the judgement of veraPDF. */
public final class VeraPdf {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private VeraPdf() {}

    /** What breaks the rules, each with its place; none where the file is as it should be. */
    public static List<String> faults(byte[] file) throws Exception {
        return List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1).stream()
                .flatMap(flavour -> faults(file, flavour).stream())
                .distinct()
                .toList();
    }

    private static List<String> faults(byte[] file, PDFAFlavour flavour) {
        try (PDFAParser parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(file), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(it -> flavour + " " + text(it))
                    .toList();
        } catch (Exception unread) {
            throw new AssertionError(unread);
        }
    }

    private static String text(TestAssertion fault) {
        return fault.getRuleId().getClause()
                + "-"
                + fault.getRuleId().getTestNumber()
                + " "
                + fault.getMessage()
                + " at "
                + fault.getLocation().getContext();
    }
}
