package energy.ebbflow.simulator.cable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.simulator.physics.DcSource;
import energy.ebbflow.simulator.physics.PilotLoad;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CableFrameTest {
  @Test
  void bothRecordsComeBackAsTheyWere() throws CableException {
    List<PilotSignal> signals =
        List.of(
            new PilotSignal.Steady(),
            new PilotSignal.Pwm(5),
            new PilotSignal.Zero(),
            new PilotSignal.Negative());
    for (PilotSignal signal : signals) {
      StationTerminals station =
          new StationTerminals(17, signal, 371.5, -42, -1000, 9e6, 230, 3, true, true);
      ByteBuffer buffer = ByteBuffer.allocate(CableFrame.BYTES);
      CableFrame.write(station, buffer);
      assertEquals(CableFrame.BYTES, buffer.position());
      assertEquals(station, CableFrame.readStation(buffer.flip()));
    }
    VehicleTerminals vehicle =
        new VehicleTerminals(
            true, new PilotLoad(882, false, true), new DcSource(true, 366, 0.08), 1, 2, -3, 32);
    for (VehicleTerminals each : List.of(vehicle, VehicleTerminals.UNPLUGGED)) {
      ByteBuffer buffer = ByteBuffer.allocate(CableFrame.BYTES);
      CableFrame.write(each, buffer);
      assertEquals(CableFrame.BYTES, buffer.position());
      assertEquals(each, CableFrame.readVehicle(buffer.flip()));
    }
  }

  @Test
  void otherVersionIsRefusedWithBothVersionsNamed() {
    ByteBuffer buffer = ByteBuffer.allocate(CableFrame.BYTES);
    CableFrame.write(VehicleTerminals.UNPLUGGED, buffer);
    buffer.putShort(4, (short) 9).flip();
    CableException refused =
        assertThrows(CableException.class, () -> CableFrame.readVehicle(buffer));
    assertTrue(String.valueOf(refused.getMessage()).contains("version 1"));
    assertTrue(String.valueOf(refused.getMessage()).contains("9"));
  }

  // Anything may stand in the body; it is read or refused, never an accident.
  @Property
  void anyBodyIsReadOrRefused(@ForAll @Size(CableFrame.BYTES) byte[] body) {
    for (boolean station : new boolean[] {true, false}) {
      ByteBuffer buffer = ByteBuffer.allocate(CableFrame.BYTES);
      if (station) {
        CableFrame.write(StationTerminals.ABSENT, buffer);
      } else {
        CableFrame.write(VehicleTerminals.UNPLUGGED, buffer);
      }
      buffer.position(8).put(body, 8, CableFrame.BYTES - 8).flip();
      try {
        if (station) {
          CableFrame.readStation(buffer);
        } else {
          CableFrame.readVehicle(buffer);
        }
        assertEquals(CableFrame.BYTES, buffer.position());
      } catch (CableException refused) {
        assertTrue(String.valueOf(refused.getMessage()).contains("out of range"));
      }
    }
  }
}
