package dev.pennant.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the XML of a workbook word by word, for what a library that writes workbooks would not write. */
final class HandmadeWorkbook {
    private static final String SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final List<String> formats = new ArrayList<>(List.of("General"));
    private final StringBuilder rows = new StringBuilder();
    private boolean styled = true;
    private String workbookProperties = "";

    /** A row of cells as XML; the row number is counted by the reader where it is null. */
    HandmadeWorkbook row(Integer number, String... cells) {
        rows.append(number == null ? "<row>" : "<row r=\"" + number + "\">")
                .append(String.join("", cells))
                .append("</row>");
        return this;
    }

    /** A format for {@link #number(String, String, int)}, its style returned. */
    int format(String code) {
        formats.add(code);
        return formats.size() - 1;
    }

    HandmadeWorkbook properties(String attributes) {
        workbookProperties = "<workbookPr " + attributes + "/>";
        return this;
    }

    HandmadeWorkbook withoutStyles() {
        styled = false;
        return this;
    }

    static String text(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static String number(String address, String written) {
        return "<c r=\"" + address + "\"><v>" + written + "</v></c>";
    }

    static String number(String address, String written, int style) {
        return "<c r=\"" + address + "\" s=\"" + style + "\"><v>" + written + "</v></c>";
    }

    Path write(Path file) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + override("/xl/workbook.xml", "sheet.main+xml")
                            + (styled ? override("/xl/styles.xml", "styles+xml") : "")
                            + "</Types>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
                            + RELATIONS + "\">"
                            + workbookProperties
                            + "<sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                            + "</Relationships>");
            if (styled) {
                part(zip, "xl/styles.xml", styles());
            }
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                            + "</sheetData></worksheet>");
        }
        return file;
    }

    private String styles() {
        StringBuilder numberFormats = new StringBuilder();
        StringBuilder cellFormats = new StringBuilder();
        for (int style = 0; style < formats.size(); style++) {
            String code = formats.get(style);
            boolean builtIn = code.chars().allMatch(Character::isDigit);
            String id = style == 0 ? "0" : builtIn ? code : String.valueOf(164 + style);
            if (style > 0 && !builtIn) {
                numberFormats
                        .append("<numFmt numFmtId=\"" + id + "\" formatCode=\"")
                        .append(code.replace("\"", "&quot;"))
                        .append("\"/>");
            }
            cellFormats.append("<xf numFmtId=\"" + id + "\"/>");
        }
        return "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts>"
                + numberFormats + "</numFmts><cellXfs>" + cellFormats + "</cellXfs></styleSheet>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + SHEET_TYPE + type + "\"/>";
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }
}
