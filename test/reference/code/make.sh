#!/bin/sh
# Writes what Python prints for each program beside it. PYTHON=/usr/bin/python3 sh make.sh
cd "$(dirname "$0")" || exit 1
for program in *.py; do
  "${PYTHON:-python3}" "$program" > "${program%.py}.txt" 2> /dev/null
done
