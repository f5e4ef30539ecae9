/**
 * The states of an ISO 15118-20 session, one per file, named by what the charger waits for. Each is
 * an immutable record; what it decides depends on its fields and arguments alone.
 */
@NullMarked
package energy.ebbflow.iso15118.secc.iso20.state;

import org.jspecify.annotations.NullMarked;
