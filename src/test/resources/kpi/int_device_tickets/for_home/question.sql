select ticket_id, is_for_home from int_device_tickets
