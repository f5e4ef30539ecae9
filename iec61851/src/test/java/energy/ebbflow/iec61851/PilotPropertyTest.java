package energy.ebbflow.iec61851;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Random vehicles and random commands at the standard's times. */
class PilotPropertyTest {
  private static final PilotConfig CONFIG = PilotConfig.standard(false);

  /**
   * 25 ms are bridged, one sample of 5 ms passes until the machine can know, and 50 ms until a
   * negative half-wave that has just returned with PWM is judged.
   */
  private static final long LONGEST_WITHOUT_C_NANOS = 80 * PilotRig.MILLI;

  private static final int STEP_MILLIS = 5;

  @Property(tries = 400)
  void contactorsAreClosedOnlyInCWithPermissionAndDiode(
      @ForAll @Size(max = 40) List<@IntRange(max = 11) Integer> actions,
      @ForAll @Size(min = 40, max = 40) List<@IntRange(min = 1, max = 120) Integer> lengths) {
    PilotMachine machine = PilotMachine.initial(CONFIG);
    boolean permission = false;
    boolean available = true;
    double high = 12;
    boolean diode = true;
    long now = 0;
    long lastC = Long.MIN_VALUE / 2;
    for (int i = 0; i < actions.size(); i++) {
      PilotInput input = new PilotInput.Tick();
      switch (actions.get(i)) {
        case 0 -> high = 12;
        case 1 -> high = 9;
        case 2, 3 -> high = 6;
        case 4 -> high = 3;
        case 5 -> diode = !diode;
        case 6, 7 -> input = new PilotInput.Permission(permission = true);
        case 8 -> input = new PilotInput.Permission(permission = false);
        case 9, 10 -> {
          available = true;
          input = new PilotInput.Offer(new PilotOffer.Basic(6 + lengths.get(i) % 60));
        }
        default -> {
          available = false;
          input = new PilotInput.Offer(new PilotOffer.NotAvailable());
        }
      }
      machine = machine.step(input, now).next();
      for (int step = 0; step < lengths.get(i); step++) {
        now += STEP_MILLIS * PilotRig.MILLI;
        machine = machine.step(new PilotInput.Sample(high, low(high, diode, machine)), now).next();
        // Without PWM there is no negative half-wave to judge.
        boolean asks = high == 6 && (diode || machine.dutyPercent().isEmpty());
        lastC = asks ? now : lastC;
        boolean closed = machine.contactorsClosed();
        assertTrue(!closed || permission && available, "closed without permission");
        assertTrue(!closed || now - lastC <= LONGEST_WITHOUT_C_NANOS, "closed outside C");
        machine = machine.step(new PilotInput.ContactorFeedback(closed), now).next();
      }
    }
  }

  private static double low(double high, boolean diode, PilotMachine machine) {
    if (machine.dutyPercent().isEmpty()) {
      return high;
    }
    return diode || high == 12 ? -12 : -high;
  }
}
