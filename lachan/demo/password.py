"""The password of every demonstration account. It guards nothing: `ensure_demo` refuses a place that holds anything else."""

DEMO_PASSWORD = "bien-hoa-vi-du-2024"
