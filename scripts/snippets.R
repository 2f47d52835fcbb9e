# Runs a snippet of docs/format/export.md and checks what it leaves behind.
#
#   Rscript - FILE EVENTS RELATION < snippets.R
args <- commandArgs(trailingOnly = TRUE)
source(args[1], local = FALSE)
stopifnot(nrow(events) == as.integer(args[2]), is.character(events$id), all(nchar(events$id) == 16), is.character(events$cameo))
numbers <- function(field) {
  found <- regmatches(args[3], gregexpr(paste0('"', field, '":[0-9.]+'), args[3]))[[1]]
  sum(as.numeric(sub(".*:", "", found)))
}
pair <- subset(dyads, as.logical(series) & actor %in% c("RUS", "CHN") & recipient %in% c("RUS", "CHN"))
stopifnot(numbers("events") > 0, abs(sum(pair$weight) - numbers("weight")) < 1e-3, length(unique(pair$id)) == numbers("events"))
