package eu.wattpeil.report.pdf;

import eu.wattpeil.workspace.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;

/** What a PDF lacks when its pages are set: identity, files inside, and words for its links. */
final class Finish {

    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final COSName FILES = COSName.getPDFName("AF");
    private static final COSName DATA = COSName.getPDFName("Data");
    private static final int ID_LENGTH = 16;

    private final PDDocument document;
    private final Identity identity;
    private final Calendar date;

    private Finish(PDDocument document, Identity identity) {
        this.document = document;
        this.identity = identity;
        date = GregorianCalendar.from(identity.date().atStartOfDay(ZoneOffset.UTC));
    }

    static Finish of(PDDocument document, Identity identity) {
        return new Finish(document, identity);
    }

    void finish(List<Attachment> attachments) throws IOException {
        identify();
        attach(attachments);
        nameLinks();
    }

    private void identify() throws IOException {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(identity.title());
        information.setAuthor(identity.author());
        information.setCreator(identity.program());
        information.setProducer(identity.program());
        information.setCreationDate(date);
        information.setModificationDate(date);
        document.setDocumentInformation(information);
        PDMetadata metadata = new PDMetadata(document, new ByteArrayInputStream(Xmp.of(identity)));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().setLanguage(identity.language());
        COSArray id = new COSArray();
        id.add(new COSString(id()));
        id.add(new COSString(id()));
        document.getDocument().setDocumentID(id);
    }

    private byte[] id() {
        String hash = Fingerprint.of(List.of(identity.fingerprint(), identity.program()));
        return Arrays.copyOf(hash.getBytes(StandardCharsets.US_ASCII), ID_LENGTH);
    }

    private void attach(List<Attachment> attachments) throws IOException {
        if (attachments.isEmpty()) {
            return;
        }
        Map<String, PDComplexFileSpecification> named = new TreeMap<>();
        COSArray files = new COSArray();
        for (Attachment attachment : attachments) {
            PDComplexFileSpecification file = file(attachment);
            named.put(attachment.name(), file);
            files.add(file);
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(named);
        PDDocumentNameDictionary names =
                new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().getCOSObject().setItem(FILES, files);
    }

    private PDComplexFileSpecification file(Attachment attachment) throws IOException {
        PDEmbeddedFile content =
                new PDEmbeddedFile(
                        document,
                        new ByteArrayInputStream(attachment.bytes()),
                        COSName.FLATE_DECODE);
        content.setSubtype(attachment.type());
        content.setSize(attachment.bytes().length);
        content.setCreationDate(date);
        content.setModDate(date);
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(attachment.name());
        file.setFileUnicode(attachment.name());
        file.setFileDescription(attachment.description());
        file.setEmbeddedFile(content);
        file.setEmbeddedFileUnicode(content);
        COSDictionary dictionary = file.getCOSObject();
        dictionary.setItem(RELATIONSHIP, DATA);
        return file;
    }

    /** PDF/UA asks for words with each link, for those who do not see what it stands on. */
    private void nameLinks() throws IOException {
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link
                        && link.getAction() instanceof PDActionGoTo jump
                        && jump.getDestination() instanceof PDPageDestination destination) {
                    int number = document.getPages().indexOf(destination.getPage()) + 1;
                    link.setContents(identity.link().replace("{page}", Integer.toString(number)));
                }
            }
        }
    }
}
