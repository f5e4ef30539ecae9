/** What SQLite files have in common: when one is damaged, and what is done with it then. */
@NullMarked
package energy.ebbflow.firmware.storage;

import org.jspecify.annotations.NullMarked;
