-- Sheets as A4, by the mass of one and the carbon of a tonne of paper.
select
    print_jobs.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    sum(print_jobs.sheets * print_jobs.a4_per_sheet) * max(masses.value / 1000000 * papers.value)
        as numerator,
    null as denominator,
    numerator as value,
    1 as coverage
from print_jobs
inner join factors as masses
    on masses.factor_id = 'paper_a4_mass_80g'
inner join factors as papers
    on papers.factor_id = 'paper_virgin_desnz_2025'
group by print_jobs.month
