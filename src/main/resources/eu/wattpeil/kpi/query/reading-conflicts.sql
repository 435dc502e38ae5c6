-- Instants of which two definitions, two documents that one definition delivered together, or two
-- rows of one document say different things; rows of a document where it has clearly more of them
-- than instants, for to compare all would cost ten times as much. Of what one definition delivered later, the last word
-- stands: a correction is no conflict. The reading that counts is the one that arrived last; of
-- documents that arrived together, the one of the last name.
-- grain: one row per meter_key, quantity, kind, counting definition and other definition
with shared_readings as (
    -- What a document has up to where those before it reach, and from where those after it begin.
    select
        meter_key,
        quantity,
        kind,
        coalesce(meter_readings.started_at, meter_readings.measured_at) as placed_at,
        meter_readings.measured_at,
        doubtful_series.definition,
        doubtful_series.batch,
        doubtful_series.name,
        document_id,
        meter_readings.line,
        meter_readings.value,
    from meter_readings
    inner join doubtful_series using (meter_key, quantity, kind, document_id)
    where coalesce(meter_readings.started_at, meter_readings.measured_at)
            <= doubtful_series.reached_at
        or coalesce(meter_readings.started_at, meter_readings.measured_at)
            >= doubtful_series.followed_at
),
differing_instants as (
    select
        meter_key,
        quantity,
        kind,
        placed_at,
        measured_at,
    from shared_readings
    group by meter_key, quantity, kind, placed_at, measured_at
    having min(value) <> max(value)
),
said_values as (
    -- Of a document that says two things of one instant the last row counts.
    select
        meter_key,
        quantity,
        kind,
        placed_at,
        measured_at,
        definition,
        batch,
        name,
        document_id,
        arg_max(value, line) as value,
    from shared_readings
    inner join differing_instants using (meter_key, quantity, kind, placed_at, measured_at)
    group by all
),
last_words as (
    select
        *,
        last_value(value) over arrivals as counting_value,
        last_value(definition) over arrivals as counting_definition,
    from (
        select *
        from said_values
        qualify batch = max(batch) over (
            partition by meter_key, quantity, kind, placed_at, measured_at, definition
        )
    )
    window arrivals as (
        partition by meter_key, quantity, kind, placed_at, measured_at
        order by batch, name, document_id
        rows between unbounded preceding and unbounded following
    )
),
twofold_instants as (
    select
        meter_key,
        quantity,
        kind,
        coalesce(meter_readings.started_at, meter_readings.measured_at) as placed_at,
        meter_readings.measured_at,
        document_id,
    from meter_readings
    inner join crowded_series using (meter_key, quantity, kind, document_id)
    group by all
    having min(meter_readings.value) <> max(meter_readings.value)
),
dated_twofold_instants as (
    select
        twofold_instants.*,
        documents.definition,
        documents.batch,
        documents.name,
    from twofold_instants
    inner join documents using (document_id)
),
settled_instants as (
    -- Of which a later document has the last word.
    select distinct
        dated_twofold_instants.meter_key,
        dated_twofold_instants.quantity,
        dated_twofold_instants.kind,
        dated_twofold_instants.placed_at,
        dated_twofold_instants.measured_at,
        dated_twofold_instants.document_id,
    from dated_twofold_instants
    inner join meter_readings
        on meter_readings.meter_key = dated_twofold_instants.meter_key
        and meter_readings.quantity = dated_twofold_instants.quantity
        and meter_readings.kind = dated_twofold_instants.kind
        and meter_readings.measured_at = dated_twofold_instants.measured_at
        and coalesce(meter_readings.started_at, meter_readings.measured_at)
            = dated_twofold_instants.placed_at
    inner join documents on documents.document_id = meter_readings.document_id
    where (documents.batch, documents.name, documents.document_id)
        > (
            dated_twofold_instants.batch,
            dated_twofold_instants.name,
            dated_twofold_instants.document_id
        )
),
disagreements as (
    select
        meter_key,
        quantity,
        kind,
        counting_definition,
        definition as other_definition,
        placed_at,
        measured_at,
    from last_words
    where value <> counting_value
    union
    select
        meter_key,
        quantity,
        kind,
        definition as counting_definition,
        definition as other_definition,
        placed_at,
        measured_at,
    from dated_twofold_instants
    anti join settled_instants
        using (meter_key, quantity, kind, placed_at, measured_at, document_id)
)
select
    meter_key,
    quantity,
    kind,
    counting_definition,
    other_definition,
    count(*) as readings,
    min(placed_at) as first_at,
    max(measured_at) as last_at,
from disagreements
group by meter_key, quantity, kind, counting_definition, other_definition
order by meter_key, quantity, kind, counting_definition, other_definition
