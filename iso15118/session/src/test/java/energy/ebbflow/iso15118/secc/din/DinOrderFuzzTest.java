package energy.ebbflow.iso15118.secc.din;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.status.DcEvErrorCode;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.Station;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Sessions of DIN 70121 with messages in any order. */
class DinOrderFuzzTest {
  /** Valid requests in any order never energise out of order, and nothing throws. */
  @Property(tries = 1_500)
  void anyOrderIsHandled(@ForAll long seed) {
    Random random = new Random(seed);
    DinDrive car = DinDrive.car();
    switch (random.nextInt(6)) {
      case 0 -> car.toAuthentication();
      case 1 -> car.toParameters();
      case 2 -> car.toCableCheck();
      case 3 -> car.toPreCharge();
      case 4 -> car.toPower();
      default -> car.toLoop();
    }
    boolean tested = car.drive.all.stream().anyMatch(SeccEffect.EndCableCheck.class::isInstance);
    boolean energy =
        car.drive.all.stream().anyMatch(SeccEffect.StartEnergyTransfer.class::isInstance);
    for (int i = 0; i < 80; i++) {
      Station station = car.drive.station;
      switch (random.nextInt(9)) {
        case 0 -> station.closed = random.nextBoolean();
        case 1 -> station.pilotReady = random.nextBoolean();
        case 2 -> station.isolation = Isolation.values()[random.nextInt(4)];
        case 3 -> station.authorisation = Authorisation.values()[random.nextInt(3)];
        case 4 -> station.volts = random.nextDouble(500);
        case 5 ->
            car.error = random.nextInt(4) == 0 ? DcEvErrorCode.NO_DATA : DcEvErrorCode.NO_ERROR;
        default -> {}
      }
      car.drive.pass(random.nextLong(400_000_000L));
      boolean over = car.drive.session.ended();
      if (random.nextInt(4) == 0) {
        car.drive.tick();
      } else {
        List<BodyElement> requests = car.all();
        car.send(requests.get(random.nextInt(requests.size())));
      }
      for (SeccEffect effect : car.drive.last) {
        switch (effect) {
          case SeccEffect.StartCableCheck start ->
              assertTrue(
                  !over && station.pilotReady && station.authorisation == Authorisation.ACCEPTED);
          case SeccEffect.EndCableCheck end -> tested = station.isolation == Isolation.VALID;
          case SeccEffect.StartEnergyTransfer start -> {
            // The user was known when power was delivered; the loop's first request looks at iron.
            assertTrue(!energy && tested && station.closed && station.pilotReady);
            energy = true;
          }
          case SeccEffect.StopEnergyTransfer stop -> energy = false;
          case SeccEffect.SessionFailed failed -> energy = false;
          case SeccEffect.SessionEnded ended -> assertFalse(energy);
          default -> {}
        }
      }
      assertTrue(!over || car.drive.last.isEmpty());
    }
  }
}
