package dev.pennant.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the reader of workbooks has to be told about one: it fails on a workbook without styles, and takes {@code date1904="1"}, as Excel
 * writes it, for false.
 *
 * @param styled whether the workbook has number formats
 * @param countsFrom1904 whether day 0 is 1904-01-01 (ECMA-376 part 1, 18.17.4.1)
 */
record WorkbookParts(boolean styled, boolean countsFrom1904) {
    static WorkbookParts of(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Optional<? extends ZipEntry> book = entry(zip, "xl/workbook.xml");
            return new WorkbookParts(
                    entry(zip, "xl/styles.xml").isPresent(), book.isPresent() && from1904(zip, book.get()));
        } catch (ZipException | XMLStreamException damaged) {
            throw new RefusedFileException(
                    file, "it is no .xlsx workbook that can be read: " + damaged.getMessage(), damaged);
        }
    }

    private static Optional<? extends ZipEntry> entry(ZipFile zip, String name) {
        return zip.stream()
                .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith(name))
                .findFirst();
    }

    private static boolean from1904(ZipFile zip, ZipEntry book) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream content = zip.getInputStream(book)) {
            XMLStreamReader xml = factory.createXMLStreamReader(content);
            while (xml.hasNext()) {
                xml.next();
                if (xml.isStartElement() && xml.getLocalName().equals("workbookPr")) {
                    String flag = xml.getAttributeValue(null, "date1904");
                    return "1".equals(flag) || "true".equals(flag);
                }
            }
            return false;
        }
    }
}
