/** What the back office knows of transactions: energy in and out, gaps, duplicates. */
@NullMarked
package energy.ebbflow.simulator.csms.ledger;

import org.jspecify.annotations.NullMarked;
