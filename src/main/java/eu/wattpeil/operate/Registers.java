package eu.wattpeil.operate;

import eu.wattpeil.collect.Intake;
import eu.wattpeil.collect.Intakes;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Workspace;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What sources know of the registers of their meters. */
@FunctionalInterface
interface Registers {

    /**
     * The value, in kWh or m³, at which the register of a meter begins anew at 0; empty where the
     * source of the definition does not know it.
     */
    Optional<BigDecimal> max(String definition, String meterKey);

    /** Those of a workspace; of a definition that cannot be read none are known. */
    static Registers of(Workspace workspace) {
        Map<String, Intake> intakes =
                Intakes.of(workspace, new Problems()).all().stream()
                        .collect(Collectors.toMap(Intake::name, intake -> intake));
        return (definition, meterKey) ->
                Optional.ofNullable(intakes.get(definition))
                        .flatMap(intake -> intake.source().registerMax(meterKey));
    }
}
