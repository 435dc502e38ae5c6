-- unit: label-class
-- decimals: 0
-- better: lower
-- grain: site, organisation
-- over-time: year
-- over-scope: none
-- gap: keep
-- minimum-coverage: 0.95
-- above: 0
-- grade: B
-- practices: green-data-centre
-- frames: EED III
with annual_pues as (
    select
        month,
        scope_kind,
        scope_id,
        round(
            cast(paired_edc_wh as double) / nullif(cast(paired_it_wh as double), 0), 2
        ) as pue,
        coverage,
        cast(paired_measured_wh as double)
        / nullif(cast(paired_edc_wh + paired_it_wh as double), 0) as measured_share
    from int_site_years
)
select
    -- 1 is A and 7 is G: a class more with each bound that the PUE, of two decimals, is above. A
    -- PUE of 1 or less is an error of the data; its 0 is below what the header allows.
    annual_pues.month,
    annual_pues.scope_kind,
    annual_pues.scope_id,
    cast(
        case
            when annual_pues.pue <= 1 then 0
            when annual_pues.pue is not null
                then 1 + count(case when annual_pues.pue > int_thresholds.value then 1 end)
        end as decimal(18, 6)
    ) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    annual_pues.coverage,
    annual_pues.measured_share
from annual_pues
inner join int_thresholds
    on int_thresholds.threshold in (
        'pue_class_a', 'pue_class_b', 'pue_class_c', 'pue_class_d', 'pue_class_e', 'pue_class_f'
    )
group by
    annual_pues.month,
    annual_pues.scope_kind,
    annual_pues.scope_id,
    annual_pues.pue,
    annual_pues.coverage,
    annual_pues.measured_share
