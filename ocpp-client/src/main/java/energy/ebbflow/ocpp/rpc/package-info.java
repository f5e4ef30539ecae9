/** OCPP-J: frames of calls and answers, and the machine that keeps one call open per direction. */
@NullMarked
package energy.ebbflow.ocpp.rpc;

import org.jspecify.annotations.NullMarked;
