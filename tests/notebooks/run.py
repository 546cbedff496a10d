"""Runs a notebook against ENTENTE_URL, and prints its outputs by the ids of their cells, as JSON.

With a second argument, also writes the notebook with its outputs to that file.
"""
import json
import sys

import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=60, kernel_name="python3", record_timing=False).execute()
if len(sys.argv) > 2:
    nbformat.write(notebook, sys.argv[2])


def shown(output):
    return {"text/plain": output["text"]} if output["output_type"] == "stream" else output["data"]


print(json.dumps({cell.id: [shown(each) for each in cell.outputs] for cell in notebook.cells if cell.cell_type == "code"}))
