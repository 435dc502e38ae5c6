-- title.en: Duplex ratio
-- title.nl: Dubbelzijdig afdrukpercentage
-- title.fr: Taux recto verso
-- unit: share
-- decimals: 3
-- better: higher
-- grain: department, organisation
-- formula: impressions on sheets with two printed sides / impressions of jobs of two pages or more
-- numerator.en: Impressions on two-sided sheets
-- numerator.nl: Afdrukken op dubbelzijdige vellen
-- numerator.fr: Impressions sur feuilles recto verso
-- numerator-unit: impressions
-- denominator.en: Impressions of jobs of two pages or more
-- denominator.nl: Afdrukken van opdrachten van twee pagina's of meer
-- denominator.fr: Impressions des travaux de deux pages ou plus
-- denominator-unit: impressions
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- source: own definition (grade P), by impressions
-- frames: GHG Protocol scope 3 category 1
select
    month,
    scope_kind,
    scope_id,
    two_sided_impressions as numerator,
    duplexable_impressions as denominator,
    duplexable_coverage as coverage,
    cast(1 as double) as measured_share
from int_print_volumes
