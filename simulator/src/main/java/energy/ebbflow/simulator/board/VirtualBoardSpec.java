package energy.ebbflow.simulator.board;

import energy.ebbflow.simulator.physics.ContactorSpec;
import energy.ebbflow.simulator.physics.DcConverterSpec;
import java.util.Optional;

/**
 * What the virtual board is made of.
 *
 * @param dc the converter of a DC outlet; empty for an AC outlet
 * @param phaseVolts grid voltage between phase and neutral, V
 * @param socket the plug is the vehicle's (type 2 socket), so its cable has a rating
 * @param contactor times of the power contactors
 * @param script what happens to the board and when
 */
public record VirtualBoardSpec(
    Optional<DcConverterSpec> dc,
    double phaseVolts,
    boolean socket,
    ContactorSpec contactor,
    BoardScript script) {

  public VirtualBoardSpec {
    if (!(phaseVolts >= 0 && phaseVolts <= 500)) {
      throw new IllegalArgumentException(
          "grid voltage expects 0 to 500 V to neutral, got " + phaseVolts);
    }
  }

  /** A 20 kW bidirectional DC outlet. */
  public static VirtualBoardSpec dc20kW() {
    return new VirtualBoardSpec(
        Optional.of(DcConverterSpec.bidirectional20kW()),
        230,
        false,
        ContactorSpec.ORDINARY,
        BoardScript.EMPTY);
  }

  /** A three-phase AC outlet with a socket. */
  public static VirtualBoardSpec acSocket() {
    return new VirtualBoardSpec(
        Optional.empty(), 230, true, ContactorSpec.ORDINARY, BoardScript.EMPTY);
  }

  /** The same with another script. */
  public VirtualBoardSpec with(BoardScript other) {
    return new VirtualBoardSpec(dc, phaseVolts, socket, contactor, other);
  }
}
