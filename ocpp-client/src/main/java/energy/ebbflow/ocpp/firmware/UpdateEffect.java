package energy.ebbflow.ocpp.firmware;

import energy.ebbflow.ocpp.v2.firmware.FirmwareStatus;

/** What an update wants. */
public sealed interface UpdateEffect {
  /** Tell the back office. */
  record Tell(FirmwareStatus status, String text) implements UpdateEffect {}

  /** Fetch the image. */
  record Fetch(String location) implements UpdateEffect {
    /** Locations may carry a password. */
    @Override
    public String toString() {
      return "Fetch";
    }
  }

  /** Check the signature of the image. */
  record Verify(UpdateOrder.Seal seal) implements UpdateEffect {}

  /** Install the image. */
  record Install() implements UpdateEffect {}

  /** The errand that runs is not wanted any more. */
  record Abandon() implements UpdateEffect {}

  /** Outlets stay out of service until the update is over. */
  record CloseOutlets(boolean closed) implements UpdateEffect {}

  /** Restart the station. */
  record Restart() implements UpdateEffect {}

  /** The new firmware stays. */
  record Confirm() implements UpdateEffect {}

  /** The firmware before it comes back. */
  record RollBack() implements UpdateEffect {}

  /** A security event. */
  record Security(String kind, String info) implements UpdateEffect {}

  /** The image is not needed any more. */
  record Discard() implements UpdateEffect {}
}
