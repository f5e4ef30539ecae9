/** The files of a report: report.json, messages.jsonl and the self-contained report.html. */
@NullMarked
package energy.ebbflow.simulator.report;

import org.jspecify.annotations.NullMarked;
