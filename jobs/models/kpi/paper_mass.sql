-- unit: kg
-- decimals: 0
-- better: lower
-- grain: department, organisation
-- per: working_day
-- over-time: sum
-- over-scope: none
-- gap: scale
-- factors: paper_a4_mass
-- scales-with: paper_a4_mass
-- grade: P
-- practices: less-printing
-- frames: GHG scope 3 category 1, ESRS E5-4
select
    int_print_volumes.month,
    int_print_volumes.scope_kind,
    int_print_volumes.scope_id,
    decimal_6(cast(int_print_volumes.a4_sheets as double) * sheet_masses.value / 1000) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    int_print_volumes.sheets_coverage as coverage,
    cast(1 as double) as measured_share
from int_print_volumes
left join int_factors as sheet_masses
    on sheet_masses.purpose = 'paper_a4_mass'
    and sheet_masses.unit = 'g/sheet'
