/**
 * Strict JSON, and message records as its schema: the components of a record and their annotations
 * say what may be on the wire, in each version of the protocol.
 */
@NullMarked
package energy.ebbflow.ocpp.json;

import org.jspecify.annotations.NullMarked;
