/**
 * The states of a DIN 70121 session, one per file, named by what the charger waits for. Each is an
 * immutable record; what it decides depends on its fields and arguments alone.
 */
@NullMarked
package energy.ebbflow.iso15118.secc.din.state;

import org.jspecify.annotations.NullMarked;
