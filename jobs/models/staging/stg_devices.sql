-- Snapshots of the inventories. A file that is delivered again for the same day takes the place of
-- the one before: what is no longer in it is gone. Of a device that stands twice in one snapshot
-- the last row counts.
-- grain: one row per definition, observed_on, device_id
-- months: -3 to 0
with delivered_devices as (
    select
        documents.definition,
        documents.batch,
        devices.document_id,
        devices.line,
        devices.observed_on,
        devices.device_id,
        devices.category,
        devices.has_serial,
        devices.status,
        devices.site_id,
        devices.room_id,
        devices.department_id,
        devices.first_used_on,
        devices.purchased_on,
        devices.declared_kwh_per_year,
        dense_rank() over (
            partition by documents.definition, devices.observed_on, documents.name
            order by documents.batch desc, devices.document_id desc
        ) as delivery
    from devices
    inner join documents using (document_id)
),
current_devices as (
    select
        definition,
        observed_on,
        device_id,
        category,
        has_serial,
        status,
        site_id,
        room_id,
        department_id,
        first_used_on,
        purchased_on,
        declared_kwh_per_year,
        row_number() over (
            partition by definition, observed_on, device_id
            order by batch desc, document_id desc, line desc
        ) as recency
    from delivered_devices
    where delivery = 1
)
select
    definition,
    observed_on,
    device_id,
    category,
    has_serial,
    status,
    site_id,
    room_id,
    department_id,
    first_used_on,
    purchased_on,
    declared_kwh_per_year
from current_devices
where recency = 1
