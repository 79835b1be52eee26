"""The network: DNS and registration data. Asked only when the agent asks; every answer says who, where and when."""
