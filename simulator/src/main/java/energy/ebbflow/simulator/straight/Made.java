package energy.ebbflow.simulator.straight;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;

/** A static method that takes the place of a call site. */
interface Made {
  /** What it takes and returns: the same as the call site. */
  MethodTypeDesc type();

  /** Writes its body. */
  void write(CodeBuilder code);
}
