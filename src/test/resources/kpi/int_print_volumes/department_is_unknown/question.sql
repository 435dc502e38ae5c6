select scope_kind, scope_id, impressions, log_coverage from int_print_volumes
