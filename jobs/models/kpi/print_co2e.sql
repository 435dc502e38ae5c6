-- unit: kgCO2e
-- decimals: 0
-- better: lower
-- grain: organisation
-- per: working_day
-- over-time: sum
-- over-scope: none
-- gap: keep
-- factors: paper, paper_a4_mass, grid_electricity, device_printer_energy, device_printer_embodied
-- grade: P
-- practices: less-printing, printer-hubs
-- frames: GHG scope 2, GHG scope 3 category 1, ESRS E1-6
with charge_sums as (
    select
        cast(sum(exact(cast(charge_kg as double) * quantity)) as double) as kg,
        sum(case when charge_kg > 0 then quantity end) as known_count,
        sum(case when charge_kg is null or charge_kg > 0 then quantity end) as device_count
    from int_device_charges
    where category in ('printer', 'mfp')
),
making_sums as (
    select
        int_printer_fleet.month,
        case
            when charge_sums.device_count is null then 0
            when charge_sums.known_count > 0 then charge_sums.kg
        end as kg,
        coalesce(
            cast(charge_sums.known_count as double) / nullif(charge_sums.device_count, 0),
            case when charge_sums.device_count is null then 1 else 0 end
        ) as coverage
    from int_printer_fleet
    cross join charge_sums
),
parts as (
    -- Paper is completed for what the logs do not cover, as in the KPI paper_co2e; modelled energy
    -- and the making of printers are not, and lower the coverage.
    select
        int_print_volumes.month,
        int_print_volumes.sheets_coverage as paper_coverage,
        cast(int_print_volumes.a4_sheets as double)
        / nullif(int_print_volumes.sheets_coverage, 0)
        * sheet_masses.value / 1000000 * paper_factors.value as paper_kg,
        cast(int_printer_energy.coverage as double) as energy_coverage,
        cast(int_printer_energy.energy_kwh as double) * grid_factors.value as energy_kg,
        cast(int_printer_energy.measured_share as double) as energy_measured_share,
        making_sums.kg as making_kg,
        making_sums.coverage as making_coverage
    from int_print_volumes
    left join int_printer_energy using (month)
    left join making_sums using (month)
    left join int_factors as sheet_masses
        on sheet_masses.purpose = 'paper_a4_mass'
        and sheet_masses.unit = 'g/sheet'
    left join int_factors as paper_factors
        on paper_factors.purpose = 'paper'
        and paper_factors.unit = 'kgCO2e/tonne'
    left join int_factors as grid_factors
        on grid_factors.purpose = 'grid_electricity'
        and grid_factors.unit = 'kgCO2e/kWh'
    where int_print_volumes.scope_kind = 'organisation'
)
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    decimal_6(paper_kg + energy_kg + making_kg) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    case
        when paper_kg + energy_kg + making_kg is null
            then least(
                coalesce(paper_coverage, 0),
                coalesce(energy_coverage, 0),
                coalesce(making_coverage, 0)
            )
        else (paper_kg * paper_coverage + energy_kg + making_kg)
            / nullif(
                paper_kg
                + energy_kg / nullif(energy_coverage, 0)
                + making_kg / nullif(making_coverage, 0),
                0
            )
    end as coverage,
    coalesce(
        (paper_kg * paper_coverage + energy_kg * energy_measured_share)
        / nullif(paper_kg + energy_kg + making_kg, 0),
        0
    ) as measured_share
from parts
