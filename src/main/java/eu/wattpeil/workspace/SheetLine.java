package eu.wattpeil.workspace;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code config/sheet-lines.csv}: what a sheet asks for in one of its lines, and the time
 * in which it is asked.
 *
 * @param sheetId the sheet
 * @param code the letter or code of what is asked, as the frame has it
 * @param position where it stands in the sheet
 * @param unit the unit that the frame asks for; empty for a text
 * @param kind how the line is dealt with, in a word of its sheet; empty for the usual way
 * @param value what the frame itself says, such as a day; empty for none
 * @param title what is asked, by language
 * @param validFrom the first day, in the organisation's zone
 * @param validTo the last day; empty until the next row of the line begins
 * @param source the law or standard that asks for it
 * @param grade how sure that is, as in {@code config/factors.csv}
 */
public record SheetLine(
        String sheetId,
        String code,
        int position,
        String unit,
        String kind,
        String value,
        Map<Locale, String> title,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String source,
        String grade) {

    public SheetLine {
        title = Titles.copy(title);
        Validity.require(validFrom, validTo);
    }
}
