package eu.wattpeil.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name by which metrics of several workspaces are told apart. */
final class WorkspaceLabel implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no name, expected letters, digits, dots, - and _");
        }
        return text;
    }
}
