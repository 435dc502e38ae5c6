-- unit: kgCO2e
-- decimals: 0
-- better: lower
-- grain: organisation
-- per: working_day
-- over-time: sum
-- over-scope: none
-- gap: scale
-- factors: paper, paper_a4_mass
-- scales-with: paper, paper_a4_mass
-- grade: A
-- practices: less-printing
-- frames: ESRS E1-6, GHG scope 3 category 1, SDG 12.2, SDG 12.5
select
    int_print_volumes.month,
    int_print_volumes.scope_kind,
    int_print_volumes.scope_id,
    decimal_6(
        cast(int_print_volumes.a4_sheets as double) * sheet_masses.value / 1000000
        * paper_factors.value
    ) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    int_print_volumes.sheets_coverage as coverage,
    cast(1 as double) as measured_share
from int_print_volumes
left join int_factors as sheet_masses
    on sheet_masses.purpose = 'paper_a4_mass'
    and sheet_masses.unit = 'g/sheet'
left join int_factors as paper_factors
    on paper_factors.purpose = 'paper'
    and paper_factors.unit = 'kgCO2e/tonne'
where int_print_volumes.scope_kind = 'organisation'
