"""Pages of markets: fetch what is visible, build the form, submit, redirect, render."""
