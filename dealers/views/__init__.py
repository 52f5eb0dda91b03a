"""Pages of dealers: fetch what is visible, build the form, submit, redirect, render."""
