"""Everything spoken over HTTP: pages, the JSON interface, accounts."""
