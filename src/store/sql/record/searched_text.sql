SELECT '{kind}' AS kind, id, {name} AS name, {other} AS other FROM {table}
