-- Kilometres to the office that days at home saved, by the carbon of their way of travelling, less
-- the rebound.
with ways as (
    select *
    from (
        values
            ('car', 'commute_ademe_car_fuel'),
            ('electric_car', 'commute_ademe_car_electric'),
            ('bus', 'commute_ademe_bus_diesel'),
            ('train', 'commute_ademe_train_regional_ter'),
            ('electric_bike', 'commute_ademe_ebike'),
            ('bike', 'commute_none')
    ) as told(way, factor_id)
)
select
    workdays.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    sum(workdays.kilometres * factors.value) * (1 - max(rebounds.value)) as numerator,
    null as denominator,
    numerator as value
from workdays
inner join ways using (way)
inner join factors using (factor_id)
inner join factors as rebounds
    on rebounds.factor_id = 'telework_rebound_ademe'
group by workdays.month
