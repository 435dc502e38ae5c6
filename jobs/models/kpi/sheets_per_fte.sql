-- title.en: Sheets per FTE
-- title.nl: Vellen per VTE
-- title.fr: Feuilles par ETP
-- unit: sheets/FTE
-- decimals: 0
-- better: lower
-- grain: department, organisation
-- formula: sheets of the month in A4-equivalents / FTE of the month
-- numerator.en: Sheets
-- numerator.nl: Vellen papier
-- numerator.fr: Feuilles
-- numerator-unit: sheets
-- denominator.en: FTE
-- denominator.nl: VTE
-- denominator.fr: ETP
-- denominator-unit: FTE
-- over-time: ratio
-- over-scope: none
-- gap: scale
-- source: own definition (grade P)
-- frames: GHG Protocol scope 3 category 1
select
    int_print_volumes.month,
    int_print_volumes.scope_kind,
    int_print_volumes.scope_id,
    int_print_volumes.a4_sheets as numerator,
    int_headcount.fte as denominator,
    int_print_volumes.log_coverage
    * coalesce(int_print_volumes.sheets_known_share, 0) as coverage,
    cast(1 as double) as measured_share
from int_print_volumes
left join int_headcount
    on int_headcount.scope_kind = int_print_volumes.scope_kind
    and int_headcount.scope_id = int_print_volumes.scope_id
where int_print_volumes.scope_id <> 'unknown'
