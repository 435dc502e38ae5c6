-- unit: share
-- decimals: 3
-- better: context
-- grain: department, organisation
-- numerator-unit: pages
-- denominator-unit: pages
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: less-printing
-- frames: GHG scope 3 category 1, SDG 12.5
with page_sums as (
    select
        month,
        scope_kind,
        scope_id,
        sum(case when indicator_id = 'print_pages_submitted' then figure_sum end)
            as submitted_count,
        sum(case when indicator_id = 'print_pages_unreleased' then figure_sum end)
            as unreleased_count
    from int_indicators
    where indicator_id in ('print_pages_submitted', 'print_pages_unreleased')
        and unit = 'pages'
        and scope_kind in ('department', 'organisation')
    group by
        month,
        scope_kind,
        scope_id
)
select
    -- More than was submitted cannot be left: then one of the figures is wrong.
    page_sums.month,
    page_sums.scope_kind,
    page_sums.scope_id,
    cast(
        case
            when page_sums.unreleased_count <= page_sums.submitted_count
                then page_sums.unreleased_count
        end as decimal(18, 6)
    ) as numerator,
    cast(page_sums.submitted_count as decimal(18, 6)) as denominator,
    case
        when page_sums.unreleased_count + page_sums.submitted_count is null then cast(0 as double)
        else cast(1 as double)
    end as coverage,
    cast(1 as double) as measured_share
from page_sums
left join departments
    on departments.department_id = page_sums.scope_id
where page_sums.scope_kind = 'organisation'
    or departments.department_id is not null
