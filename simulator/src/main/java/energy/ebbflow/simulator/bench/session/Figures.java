package energy.ebbflow.simulator.bench.session;

import java.util.Optional;

/**
 * What one kind of link came to.
 *
 * @param sdp from the start of the process to the first answer of SDP
 * @param handshake TLS, as the vehicle sees it; empty without
 * @param first the first response of a fresh process, to supportedAppProtocolReq
 * @param chargeParameters the response to the first charge parameter discovery
 * @param paced the charge loop of a fresh process at ten a second
 * @param warm the charge loop back to back, warm
 * @param pacedSocket the same as {@code paced}, at the vehicle's socket
 * @param warmSocket the same as {@code warm}, at the vehicle's socket
 * @param floor what the machine itself took beside it
 * @param residentBytes memory that is resident in the loop
 * @param processorNanos processor time of the whole process for a message of the warm loop
 */
record Figures(
    Times sdp,
    Optional<Times> handshake,
    Times first,
    Times chargeParameters,
    Times paced,
    Times warm,
    Times pacedSocket,
    Times warmSocket,
    Beside floor,
    long residentBytes,
    double processorNanos) {

  /** An echo of the same sizes at the same pace, right before and right after the loop. */
  record Beside(Times paced, Times warm) {}
}
