-- What the reuse of devices and the purchase of refurbished ones saved in the making of new ones,
-- were each to replace one: the sum over those of which it is known, beside how many those are and
-- how many there are. Without a register of purchases nobody knows what was bought refurbished, and
-- there is no row; a change of hands that no register tells is not counted.
-- grain: one row, or none where no purchases are known of the month
with sources as (
    select
        month
    from int_registers
    where dataset = 'purchases'
)
select
    sources.month,
    cast(
        sum(
            exact(
                case
                    when int_avoided_devices.avoided_kg is not null
                        and int_avoided_devices.quantity is not null
                        then int_avoided_devices.avoided_kg * int_avoided_devices.quantity
                    else 0
                end
            )
        ) as double
    ) as avoided_kg,
    cast(
        sum(
            case
                when int_avoided_devices.avoided_kg is not null
                    and int_avoided_devices.quantity is not null
                    then int_avoided_devices.quantity
                else 0
            end
        ) as bigint
    ) as known_count,
    cast(
        sum(
            case
                when int_avoided_devices.month is null then 0
                when int_avoided_devices.quantity is null then 1
                else int_avoided_devices.quantity
            end
        ) as bigint
    ) as device_count
from sources
left join int_avoided_devices
    on int_avoided_devices.month = sources.month
group by sources.month
