package energy.ebbflow.simulator.straight;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;

/** The conversions between what a functional interface declares and what its body takes. */
final class Conversion {
  private static final Map<String, ClassDesc> WRAPPERS =
      Map.of(
          "Z", ConstantDescs.CD_Boolean,
          "B", ConstantDescs.CD_Byte,
          "C", ConstantDescs.CD_Character,
          "S", ConstantDescs.CD_Short,
          "I", ConstantDescs.CD_Integer,
          "J", ConstantDescs.CD_Long,
          "F", ConstantDescs.CD_Float,
          "D", ConstantDescs.CD_Double);

  private Conversion() {}

  /** The class of a primitive's boxes. */
  static ClassDesc wrapper(ClassDesc primitive) {
    ClassDesc found = WRAPPERS.get(primitive.descriptorString());
    if (found == null) {
      throw new IllegalArgumentException("expected a primitive, got " + primitive.displayName());
    }
    return found;
  }

  /**
   * Brings the value on the stack from one type to another.
   *
   * @param declared its type on the stack
   * @param known what it is known to be; a subtype of a declared reference
   * @param wanted what it becomes
   */
  static void write(CodeBuilder code, ClassDesc declared, ClassDesc known, ClassDesc wanted) {
    if (declared.isPrimitive()) {
      fromPrimitive(code, declared, wanted);
    } else if (wanted.isPrimitive()) {
      ClassDesc box = WRAPPERS.containsValue(known) ? known : wrapper(wanted);
      cast(code, declared, box);
      ClassDesc held = primitive(box);
      code.invokevirtual(box, held.displayName() + "Value", MethodTypeDesc.of(held));
      fromPrimitive(code, held, wanted);
    } else {
      cast(code, declared, known);
    }
  }

  /** Brings what a body returned to what the interface returns. */
  static void give(CodeBuilder code, ClassDesc came, ClassDesc wanted) {
    if (came.isPrimitive() || wanted.isPrimitive()) {
      write(code, came, came, wanted);
    } else {
      cast(code, came, wanted);
    }
  }

  private static void fromPrimitive(CodeBuilder code, ClassDesc held, ClassDesc wanted) {
    if (wanted.isPrimitive()) {
      code.conversion(TypeKind.from(held), TypeKind.from(wanted));
    } else {
      ClassDesc box = wrapper(held);
      code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, held));
    }
  }

  private static ClassDesc primitive(ClassDesc box) {
    for (Map.Entry<String, ClassDesc> each : WRAPPERS.entrySet()) {
      if (each.getValue().equals(box)) {
        return ClassDesc.ofDescriptor(each.getKey());
      }
    }
    throw new IllegalArgumentException("expected a wrapper, got " + box.displayName());
  }

  private static void cast(CodeBuilder code, ClassDesc declared, ClassDesc wanted) {
    if (!declared.equals(wanted) && !wanted.equals(ConstantDescs.CD_Object)) {
      code.checkcast(wanted);
    }
  }
}
